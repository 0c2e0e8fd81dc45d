namespace M2mVsIoTSim.Kernel;

/// <summary>What a process waits for, and can withdraw from when it is interrupted or runs out of time.</summary>
internal interface IWaitSource
{
    void Withdraw(Process process);
}
